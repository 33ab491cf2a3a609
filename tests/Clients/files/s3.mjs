// npm s3rver, a server that speaks S3: prints its port, and ends when its input does. Arguments: folder, bucket.
import S3rver from 's3rver';

const [directory, bucket] = process.argv.slice(2);
if (directory) {
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] });
  const { port } = await server.run();
  console.log(port);
  process.stdin.resume().on('end', () => process.exit(0));
}
