// Draws boxes over the picture and writes their numbers into the next empty row. Without it the numbers are typed.
(() => {
  const svg = document.getElementById("gambar");
  const drawn = svg.querySelector("g");
  const { width, height } = svg.viewBox.baseVal;
  const rows = [...document.querySelectorAll("fieldset.box")];
  const inputs = (row) => [...row.querySelectorAll("input")];
  const isEmpty = (row) => inputs(row).every((input) => input.value === "");
  const place = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [Math.min(Math.max(point.x, 0), width), Math.min(Math.max(point.y, 0), height)];
  };
  const rectangle = (sides, name) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ["x", "y", "width", "height"].forEach((key, index) => made.setAttribute(key, sides[index]));
    if (name) made.setAttribute("class", name);
    return made;
  };
  const redraw = () => {
    const boxes = rows.map((row) => inputs(row).map((input) => parseFloat(input.value)));
    const whole = boxes.filter((box) => box.every((side) => Number.isFinite(side)));
    drawn.replaceChildren(
      ...whole.map(([left, top, wide, high]) =>
        rectangle([(left * width) / 100, (top * height) / 100, (wide * width) / 100, (high * height) / 100])),
    );
  };
  let start = null;
  let now = null;
  const sides = (event) => {
    const [x, y] = place(event);
    return [Math.min(x, start[0]), Math.min(y, start[1]), Math.abs(x - start[0]), Math.abs(y - start[1])];
  };
  svg.addEventListener("pointerdown", (event) => {
    start = place(event);
    now = rectangle([...start, 0, 0], "new");
    svg.append(now);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (start) ["x", "y", "width", "height"].forEach((key, index) => now.setAttribute(key, sides(event)[index]));
  });
  const end = (event) => {
    if (!start) return;
    const [left, top, wide, high] = sides(event);
    start = null;
    now.remove();
    const row = rows.find(isEmpty);
    if (event.type === "pointercancel" || !row || wide < width / 200 || high < height / 200) return;
    // Rounded outwards, and inside the picture.
    const begin = [Math.floor((left / width) * 1000) / 10, Math.floor((top / height) * 1000) / 10];
    const last = [Math.ceil(((left + wide) / width) * 1000) / 10, Math.ceil(((top + high) / height) * 1000) / 10];
    const values = [...begin, Math.min(last[0], 100) - begin[0], Math.min(last[1], 100) - begin[1]];
    inputs(row).forEach((input, index) => (input.value = values[index].toFixed(1)));
    if (row.parentElement.tagName === "DETAILS") row.parentElement.open = true;
    redraw();
  };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  rows.forEach((row) => row.addEventListener("input", redraw));
  svg.classList.add("draws");
  document.querySelector(".draw-hint").hidden = false;
})();
