#!/usr/bin/env python3
"""Draws mounting.svg and fields-of-view.svg from the numbers below. Needs nothing but Python 3."""
import math
import pathlib

BASKET_CM = (52.0, 38.0)  # along, across
BASKET_DEPTH_CM = 24.0
CELL_INSET_CM = 4.0
GAP_MM = 5
STOP_MM = 0.8
CAMERA_ABOVE_RIM_CM = 32.0
CAMERA_BEHIND_RIM_CM = 20.0
CAMERA_DOWN_DEGREES = 38.0
CAMERA_FIELD_DEGREES = 41.0  # in the drawing's plane: 67 degrees across at 16:9
RIM_ABOVE_FLOOR_CM = 92.0
SCALE = 8.0  # pixels a centimetre

STYLE = """<style>
.line{fill:none;stroke:#1c3d5a;stroke-width:2}.thin{fill:none;stroke:#5b7083;stroke-width:1.2;stroke-dasharray:5 4}
.cell{fill:#f2b134;stroke:#1c3d5a;stroke-width:1.5}.field{fill:#4ea1d3;fill-opacity:.18;stroke:#2f7bab;stroke-width:1.5}
.cam{fill:#1c3d5a}text{font:15px sans-serif;fill:#1b2733}.small{font-size:13px;fill:#44535f}.head{font-size:18px;font-weight:600}
</style>"""


def svg(width, height, parts):
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">'
    ground = f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>'
    return "\n".join([head, STYLE, ground, *parts, "</svg>"]) + "\n"


def text(x, y, words, kind=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}">{words}</text>'


def rect(x, y, w, h, kind, radius=0):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius}" class="{kind}"/>'


def mounting():
    along, across = (side * SCALE for side in BASKET_CM)
    left, top = 70, 60
    parts = [text(left, 34, "From above", "head"), rect(left, top, along, across, "line", 14)]
    inset = CELL_INSET_CM * SCALE
    for name, x, y in (("rear left", 0, 1), ("rear right", 0, 0), ("front left", 1, 1), ("front right", 1, 0)):
        cx = left + (inset if x == 0 else along - inset)
        cy = top + (inset if y == 0 else across - inset)
        parts.append(rect(cx - 28, cy - 9, 56, 18, "cell", 3))
        parts.append(text(cx - 26, cy + (30 if y == 0 else -18), name, "small"))
    parts.append(rect(left + along / 2 - 16, top + across / 2 - 10, 32, 20, "cam", 3))
    parts.append(text(left + along / 2 - 76, top + across / 2 + 32, "LIS3DH, on the frame", "small"))
    parts.append(text(left + along + 12, top + across / 2 - 6, "front", "small"))
    parts.append(text(14, top + across / 2 - 6, "handle", "small"))
    parts.append(text(left, top + across + 30, f"basket {BASKET_CM[0]:.0f} × {BASKET_CM[1]:.0f} cm; cells {CELL_INSET_CM:.0f} cm from each corner; {GAP_MM} mm free all round", "small"))
    side = top + across + 84
    parts.append(text(left, side - 18, "From the side", "head"))
    depth = BASKET_DEPTH_CM * SCALE
    parts.append(rect(left, side, along, depth, "line", 10))
    frame = side + depth + 40
    parts.append(f'<path d="M{left - 30} {frame} H{left + along + 30}" class="line"/>')
    for x in (left + inset, left + along - inset):
        parts.append(rect(x - 28, side + depth + 12, 56, 14, "cell", 3))
        parts.append(f'<path d="M{x - 20:.1f} {side + depth} v12 M{x + 20:.1f} {side + depth + 26} V{frame}" class="line"/>')
        parts.append(f'<path d="M{x - 44:.1f} {frame} v-30" class="line"/>')
    parts.append(text(left + along / 2 - 112, side + depth + 26, f"overload stop: {STOP_MM} mm below 20 kg’s bend", "small"))
    parts.append(text(left, frame + 28, "frame; rubber bushes between basket and cells take sideways pushes", "small"))
    return svg(left + along + 80, frame + 50, parts)


def fields():
    along = BASKET_CM[0] * SCALE
    left, rim = 210, 330
    depth = BASKET_DEPTH_CM * SCALE
    parts = [text(30, 34, "From the side: what a camera sees", "head"), rect(left, rim, along, depth, "line", 10)]
    x = left - CAMERA_BEHIND_RIM_CM * SCALE
    y = rim - CAMERA_ABOVE_RIM_CM * SCALE
    reach = 400 * SCALE
    points = [f"{x:.1f},{y:.1f}"]
    for sign in (-1, 1):
        angle = math.radians(CAMERA_DOWN_DEGREES + sign * CAMERA_FIELD_DEGREES / 2)
        points.append(f"{x + reach * math.cos(angle):.1f},{y + reach * math.sin(angle):.1f}")
    parts.append(f'<clipPath id="c"><rect x="0" y="0" width="{left + along + 60:.0f}" height="{rim + depth:.0f}"/></clipPath>')
    parts.append(f'<polygon points="{" ".join(points)}" class="field" clip-path="url(#c)"/>')
    parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" class="cam"/>')
    parts.append(f'<path d="M{left - 40} {rim} H{left + along + 40:.0f}" class="thin"/>')
    parts.append(text(left + along + 46, rim + 5, "rim", "small"))
    upper = math.radians(CAMERA_DOWN_DEGREES - CAMERA_FIELD_DEGREES / 2)
    far = RIM_ABOVE_FLOOR_CM + CAMERA_ABOVE_RIM_CM - (BASKET_CM[0] + CAMERA_BEHIND_RIM_CM) * math.tan(upper)
    parts.append(text(30, y - 18, f"camera: {CAMERA_ABOVE_RIM_CM:.0f} cm above, {CAMERA_BEHIND_RIM_CM:.0f} cm behind the rim, {CAMERA_DOWN_DEGREES:.0f}° down"))
    parts.append(text(30, rim + depth + 34, f"rim {RIM_ABOVE_FLOOR_CM:.0f} cm above the floor; over the far end the view ends {far:.0f} cm above the floor: below a face", "small"))
    parts.append(text(30, rim + depth + 56, "the second camera stands at the handle’s other end and looks the same way", "small"))
    return svg(left + along + 110, rim + depth + 76, parts)


def main():
    folder = pathlib.Path(__file__).parent / "pictures"
    (folder / "mounting.svg").write_text(mounting(), encoding="utf-8")
    (folder / "fields-of-view.svg").write_text(fields(), encoding="utf-8")


if __name__ == "__main__":
    main()
