"""Invented photos, conversations and what becomes of a photo on its way from phone to phone."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from io import BytesIO

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

Picture = Image.Image
_LETTERS = "abcdefgh ijkl mnop"


def scene(seed: int) -> Picture:
    """Shapes, words and grain: no two are alike."""
    import numpy as np

    dice = random.Random(seed)
    width, height = dice.choice([(1200, 900), (900, 1200), (1280, 720), (720, 1280)])
    top = [dice.randrange(90, 256) for _ in range(3)]
    low = [dice.randrange(30, 200) for _ in range(3)]
    down = np.linspace(0, 1, height)[:, None, None]
    ground = (np.array(top) * (1 - down) + np.array(low) * down) * np.ones((height, width, 1))
    picture = Image.fromarray(ground.astype("uint8"))
    draw = ImageDraw.Draw(picture)
    for _ in range(dice.randrange(10, 40)):
        x, y, wide, high = (
            dice.randrange(width),
            dice.randrange(height),
            dice.randrange(30, 400),
            dice.randrange(20, 300),
        )
        paint = tuple(dice.randrange(256) for _ in range(3))
        dice.choice([draw.rectangle, draw.ellipse])((x, y, x + wide, y + high), fill=paint)
    for _ in range(dice.randrange(12)):
        place = (dice.randrange(width), dice.randrange(height))
        draw.text(place, _words(dice, 20), fill="black", font_size=dice.randrange(16, 60))
    picture = picture.filter(ImageFilter.GaussianBlur(1))
    grain = np.random.default_rng(seed).normal(0, 6, (height, width, 1))
    return Image.fromarray(np.clip(np.asarray(picture, dtype=float) + grain, 0, 255).astype("uint8"))


def chat(seed: int) -> Picture:
    """A conversation on a phone."""
    dice = random.Random(seed)
    dark = dice.random() < 0.4
    ink, page = ("white", (11, 20, 26)) if dark else ("black", dice.choice([(230, 221, 212), (255, 255, 255)]))
    picture = Image.new("RGB", (1080, 2340), page)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1080, 180), fill=(31, 44, 51) if dark else (7, 94, 84))
    draw.text((160, 60), _words(dice, 12), fill="white", font_size=50)
    y = 220
    while y < 2140:
        mine, wide, high = dice.random() < 0.5, dice.randrange(300, 820), dice.choice([90, 90, 140, 140, 200, 320])
        x = 1050 - wide if mine else 30
        light, deep = ((220, 248, 198), (0, 92, 75)) if mine else ((255, 255, 255), (32, 44, 51))
        draw.rounded_rectangle((x, y, x + wide, y + high), 20, fill=deep if dark else light)
        for line in range(high // 55):
            draw.text((x + 25, y + 15 + 50 * line), _words(dice, wide // 24), fill=ink, font_size=36)
        y += high + dice.randrange(10, 40)
    return picture


def screenshot(picture: Picture, seed: int) -> Picture:
    """The photo as a phone's program shows it, words above and below."""
    dice = random.Random(seed)
    page = dice.choice([(255, 255, 255), (18, 18, 18), (11, 20, 26), (230, 221, 212)])
    ink = "black" if page[0] > 128 else "white"
    shot = Image.new("RGB", (1080, 2340), page)
    draw = ImageDraw.Draw(shot)
    draw.rectangle((0, 0, 1080, 180), fill=tuple(dice.randrange(256) for _ in range(3)))
    width = dice.randrange(650, 1080)
    height = round(picture.height * width / picture.width)
    if height > 1900:
        width, height = round(width * 1900 / height), 1900
    x, y = dice.randrange(1081 - width), dice.randrange(190, max(191, 2280 - height))
    shot.paste(picture.resize((width, height)), (x, y))
    for _ in range(dice.randrange(4, 12)):
        line = dice.randrange(200, 2240)
        if not y - 50 <= line <= y + height + 5:
            draw.text((40 + dice.randrange(300), line), _words(dice, 40), fill=ink, font_size=40)
    return shot


def crop(picture: Picture, part: float, seed: int) -> Picture:
    """``part`` of its width and of its height cut away, on both sides as the dice fall."""
    dice = random.Random(seed)
    left, top = dice.random() * part, dice.random() * part
    width, height = picture.size
    corners = (left * width, top * height, (1 - part + left) * width, (1 - part + top) * height)
    return picture.crop((round(corners[0]), round(corners[1]), round(corners[2]), round(corners[3])))


def jpeg(picture: Picture, quality: int) -> Picture:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return Image.open(BytesIO(out.getvalue())).convert("RGB")


def png(picture: Picture) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=0)
    return out.getvalue()


def _small(picture: Picture, width: int) -> Picture:
    return picture.resize((width, round(width * picture.height / picture.width)))


def _words(dice: random.Random, letters: int) -> str:
    return "".join(dice.choice(_LETTERS) for _ in range(letters))


#: What became of a photo: (photo, seed) → picture.
KINDS: Mapping[str, Callable[[Picture, int], Picture]] = {
    "jpeg_30": lambda picture, seed: jpeg(picture, 30),
    "half": lambda picture, seed: jpeg(_small(picture, picture.width // 2), 80),
    "sent_on": lambda picture, seed: jpeg(_small(picture, 480), 50),
    "brighter": lambda picture, seed: ImageEnhance.Brightness(picture).enhance(1.25),
    "crop_5": lambda picture, seed: crop(picture, 0.05, seed),
    "crop_10": lambda picture, seed: crop(picture, 0.10, seed),
    "crop_25": lambda picture, seed: crop(picture, 0.25, seed),
    "screenshot": lambda picture, seed: jpeg(screenshot(picture, seed), 80),
    "crop_of_screenshot": lambda picture, seed: jpeg(crop(screenshot(picture, seed), 0.1, seed), 80),
}
