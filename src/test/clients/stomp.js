'use strict';
// STOMP with stompit. Prints one line of JSON for each thing that happens.
//   stomp.js ask PORT USER          posts the body of stdin, prints what the caller's queue tells
//   stomp.js answer PORT USER NUMBER   answers the question of that number with the body of stdin
//   stomp.js read PORT USER QUEUE   tries to read a queue
//   stomp.js send PORT USER QUEUE   tries to write to a queue
// The password stands in RENKEI_PASSWORD; without a USER it comes without any.
const stompit = require('stompit');

const [mode, port, user, queue] = process.argv.slice(2);
const replies = 'hub.replies.' + (user || '').replace(/^caller-/, '');

function tell(line) {
  process.stdout.write(JSON.stringify(line) + '\n');
}

function end(line) {
  tell(line);
  process.exit(0);
}

function refused(error) {
  end({ refused: true, text: error.message });
}

function send(client, to, body, more, taken) {
  const content = Buffer.from(body, 'utf8');
  const frame = client.send(
    {
      destination: to,
      'content-type': 'application/json',
      'content-length': content.length,
      persistent: 'true',
      ...more,
    },
    { onReceipt: taken || (() => tell({ accepted: true })) });
  frame.end(content);
}

function answer(client, body) {
  const ours = (headers) => headers['correlation-id'] === queue;
  subscribe(client, 'hub.questions.' + user.replace(/^caller-/, ''), (headers, told, acknowledge) => {
    if (ours(headers)) {
      tell({ type: headers.type, correlation: queue, told });
      // the question is done with when the broker has its answer
      send(client, 'hub.answers', body, { 'correlation-id': queue, type: headers.type }, () => acknowledge(() => {}));
    }
  });
  subscribe(client, replies, (headers, told, acknowledge) => {
    if (ours(headers)) {
      tell({ type: headers.type, correlation: queue, told });
      acknowledge(() => process.exit(0));
    }
  });
}

function subscribe(client, from, taken) {
  client.subscribe({ destination: from, ack: 'client-individual' }, (error, message) => {
    if (error) {
      refused(error);
      return;
    }
    message.readString('utf-8', (fault, body) => {
      if (fault) {
        refused(fault);
        return;
      }
      taken(message.headers, JSON.parse(body), (then) => client.ack(message, {}, { onReceipt: then }));
    });
  });
}

function ask(client, body) {
  const correlation = 'stompit-' + process.pid;
  let number;
  subscribe(client, replies, (headers, told, acknowledge) => {
    const its = headers['correlation-id'];
    const ours = its === correlation || its === number;
    number = number || (its === correlation && told.number);
    acknowledge(() => {
      if (ours) {
        tell({ type: headers.type, correlation: its, told });
      }
      if (ours && (told.state === 'ENDED' || told.code)) {
        process.exit(0);
      }
    });
  });
  send(client, 'hub.inquiries', body, {
    'reply-to': replies,
    'correlation-id': correlation,
    renkeiIdempotencyKey: correlation,
    // what a client says of itself is nothing: the broker knows who it is
    _AMQ_VALIDATED_USER: 'caller-tax',
    JMSXUserID: 'caller-tax',
  });
}

process.on('uncaughtException', refused);

const login = user ? { login: user, passcode: process.env.RENKEI_PASSWORD } : {};
stompit.connect(
  { host: '127.0.0.1', port: Number(port), connectHeaders: { host: '/', 'heart-beat': '5000,5000', ...login } },
  (error, client) => {
    if (error) {
      refused(error);
      return;
    }
    client.on('error', refused);
    if (mode === 'ask') {
      ask(client, require('fs').readFileSync(0, 'utf8'));
    } else if (mode === 'answer') {
      answer(client, require('fs').readFileSync(0, 'utf8'));
    } else if (mode === 'read') {
      subscribe(client, queue, (headers, told) => end({ read: told }));
      // an answer to this comes after the answer to the subscription
      client.begin().abort({ onReceipt: () => end({ opened: queue }) });
    } else {
      send(client, queue, '{}', {});
    }
  });
