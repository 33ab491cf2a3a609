// Bundles GraphiQL: node build.mjs FOLDER. The packages and the bundle go into the folder, nothing else is touched.
// Ends with 3 when the packages cannot be had (no npm, no network): the caller then does without the bundle.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2]);
const packages = join(folder, 'node_modules');
const gate = join(folder, 'gate');

const pause = milliseconds => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

// Two builds of the same checkout: the second waits. A gate that is left over from a build that was killed ends after ten minutes.
function enter() {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    try {
      mkdirSync(gate);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = existsSync(gate) ? Date.now() - statSync(gate).mtimeMs : 0;
      if (age > 600_000) rmSync(gate, { recursive: true, force: true });
      else pause(200);
    }
  }
}

function install() {
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  const done = join(packages, '.installed');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(folder, file));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.status !== 0) {
    console.error(`npm ci failed: ${npm.error?.message ?? npm.stderr}`);
    process.exitCode = 3;
    return false;
  }
  writeFileSync(done, wanted);
}

// GraphiQL's style sheet carries its fonts as data, 400 KB: the page uses the fonts of the machine.
const withoutFonts = {
  name: 'without-fonts',
  setup(build) {
    build.onLoad({ filter: /[\\/](graphiql|@graphiql[\\/]react)[\\/]dist[\\/]style\.css$/ }, args => ({
      contents: readFileSync(args.path, 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

async function bundle() {
  const { build } = createRequire(join(packages, 'x.js'))('esbuild');
  const result = await build({
    entryPoints: { graphiql: join(here, 'src', 'main.jsx') },
    outdir: folder,
    nodePaths: [packages],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    plugins: [withoutFonts],
  });
  for (const file of result.outputFiles) {
    const bytes = Buffer.from(file.contents);
    put(`${file.path}.gz`, gzipSync(bytes, { level: 9 }));
    put(`${file.path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
}

// Never half a file: a build that reads beside this one sees the old or the new.
function put(path, bytes) {
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

enter();
try {
  if (install() !== false) await bundle();
} finally {
  rmSync(gate, { recursive: true, force: true });
}
