// npm smtp-server, a server that takes mail: prints its port, then each mail as a line of JSON, and ends when its input does.
// Arguments: user, password, "plain" for a server without STARTTLS (its certificate is self-signed).
import { SMTPServer } from 'smtp-server';

const [user, password, transport] = process.argv.slice(2);
if (user) {
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: transport === 'plain',
    disabledCommands: transport === 'plain' ? ['STARTTLS'] : [],
    onAuth: (auth, session, done) =>
      auth.username === user && auth.password === password ? done(null, { user }) : done(new Error('Invalid username or password')),
    onData: async (stream, session, done) => {
      let raw = '';
      for await (const part of stream) raw += part.toString('utf8');
      console.log(JSON.stringify({
        from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address), user: session.user, secure: session.secure, raw,
      }));
      done();
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
  process.stdin.resume().on('end', () => process.exit(0));
}
