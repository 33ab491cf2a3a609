// npm s3rver, a server that speaks S3: prints its port, and ends when its input does. Arguments: folder, bucket, access key, secret key.
// By itself it lets everybody in; here only what is signed by the secret (AWS Signature Version 4, as npm aws4 has it) reaches it.
import { createServer } from 'node:http';
import aws4 from 'aws4';
import S3rver from 's3rver';

const [directory, bucket, accessKeyId, secretAccessKey] = process.argv.slice(2);
const form = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?(Signature=[0-9a-f]{64})$/;

// Why the request is refused, in S3's words; null when it is signed rightly.
function refusal({ method, url, headers }) {
  const [, key, region, names, signature] = form.exec(headers.authorization ?? '') ?? [];
  if (!signature || !names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) return 'AccessDenied';
  if (key !== accessKeyId) return 'InvalidAccessKeyId';
  const signed = Object.fromEntries(names.split(';').map((name) => [name, headers[name]]));
  const request = { service: 's3', region, method, path: url, headers: { ...signed }, extraHeadersToInclude: signed };
  const right = aws4.sign(request, { accessKeyId, secretAccessKey }).headers.Authorization;
  return right.endsWith(`SignedHeaders=${names}, ${signature}`) ? null : 'SignatureDoesNotMatch';
}

if (directory) {
  const s3 = new S3rver({ silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] });
  await s3.configureBuckets();
  const answer = s3.callback();
  // The key that it knows of itself.
  const known = (request) => { request.headers.authorization = request.headers.authorization.replace(accessKeyId, 'S3RVER'); return request; };
  const server = createServer((request, response) => {
    const code = refusal(request);
    if (code === null) answer(known(request), response);
    else response.writeHead(403, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
  process.stdin.resume().on('end', () => process.exit(0));
}
