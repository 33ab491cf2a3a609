// The client of npm tus-js-client against a running server. Arguments: what to try, the endpoint, the bearer token, a file for the story
// that goes on with an upload (whose address the endpoint is then). Prints JSON.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { Upload, DefaultHttpStack } from 'tus-js-client';

const [what, endpoint, token, file] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${token}` };
const Http = new DefaultHttpStack({});

function pdf(length) {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i++) bytes[i] = (i * 31 + (i >> 8)) & 0xff;
  bytes.write('%PDF-1.7\n');
  return bytes;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function send(bytes, options = {}) {
  return new Promise((resolve) => {
    const upload = new Upload(bytes, {
      endpoint, headers, retryDelays: [], metadata: { filename: 'stay.pdf', filetype: 'application/pdf' }, httpStack: Http, ...options,
      onSuccess: ({ lastResponse }) => resolve({ fileId: lastResponse.getHeader('X-File-Id'), sha256: sha256(bytes), upload }),
      onError: (error) => resolve({ status: error.originalResponse?.getStatus() ?? null, body: error.originalResponse?.getBody() ?? String(error), upload }),
    });
    options.prepare?.(upload);
    upload.start();
  });
}

const told = ({ upload, ...rest }) => rest;

// Sends half of an upload by hand and cuts the line in the midst of the request.
function cut(url, bytes, half) {
  return new Promise((resolve) => {
    const patch = request(url, {
      method: 'PATCH',
      headers: { ...headers, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream', 'Content-Length': bytes.length },
    });
    patch.on('error', () => resolve());
    patch.write(bytes.subarray(0, half), () => setTimeout(() => patch.destroy(), 300));
    patch.on('close', () => resolve());
  });
}

const stories = {
  async whole() {
    return told(await send(pdf(300_000)));
  },
  async chunks() {
    return told(await send(pdf(1_000_000), { chunkSize: 123_457 }));
  },
  async withCreation() {
    return told(await send(pdf(200_000), { uploadDataDuringCreation: true }));
  },
  async deferred() {
    const { Readable } = await import('node:stream');
    const bytes = pdf(500_000);
    const upload = await new Promise((resolve) => {
      const u = new Upload(Readable.from(split(bytes, 64_000), { objectMode: false }), {
        endpoint, headers, retryDelays: [], chunkSize: 150_000, uploadLengthDeferred: true, metadata: { filename: 'stream.pdf' },
        onSuccess: ({ lastResponse }) => resolve({ fileId: lastResponse.getHeader('X-File-Id'), sha256: sha256(bytes) }),
        onError: (error) => resolve({ error: String(error) }),
      });
      u.start();
    });
    return upload;
  },
  async resume() {
    const bytes = pdf(3_000_000);
    const created = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'Tus-Resumable': '1.0.0', 'Upload-Length': String(bytes.length), 'Upload-Metadata': `filename ${Buffer.from('stay.pdf').toString('base64')}` },
    });
    const uploadUrl = new URL(created.headers.get('Location'), endpoint).href;
    await cut(uploadUrl, bytes, 1_700_000);
    let first = null;
    const result = await send(bytes, {
      uploadUrl, retryDelays: [200, 500, 1000, 2000, 3000],
      onProgress: (sent) => { first ??= sent; },
    });
    return { resumedAt: first, ...told(result) };
  },
  async rest() {
    let first = null;
    const result = await send(readFileSync(file), { uploadUrl: endpoint, onProgress: (sent) => { first ??= sent; } });
    return { resumedAt: first, ...told(result) };
  },
  async refused() {
    return {
      type: told(await send(pdf(1000), { metadata: { filename: 'run.exe' } })),
      mismatch: told(await send(Buffer.from('MZ not a pdf'))),
    };
  },
  async terminate() {
    const upload = await new Promise((resolve) => {
      const u = new Upload(pdf(400_000), {
        endpoint, headers, retryDelays: [], chunkSize: 100_000, metadata: { filename: 'stay.pdf' },
        onChunkComplete: () => u.abort(true).then(() => resolve(u)),
      });
      u.start();
    });
    const head = await fetch(upload.url, { method: 'HEAD', headers: { ...headers, 'Tus-Resumable': '1.0.0' } });
    return { afterwards: head.status };
  },
};

function* split(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

console.log(JSON.stringify(await stories[what]()));
process.exit(0);
