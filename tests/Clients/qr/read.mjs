// Reads a QR code from an SVG picture (argument: its file) as a camera would: pixels in, text out.
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

const svg = readFileSync(process.argv[2], 'utf8');
const side = Number(/viewBox="0 0 (\d+) /.exec(svg)[1]);
const scale = 6, width = side * scale;
const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
  for (let dy = 0; dy < scale; dy++)
    for (let dx = 0; dx < length * scale; dx++) {
      const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4;
      pixels[at] = pixels[at + 1] = pixels[at + 2] = 0;
    }
process.stdout.write((jsQR.default ?? jsQR)(pixels, width, width)?.data ?? 'unreadable');
