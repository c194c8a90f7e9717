'use strict';
// AMQP 1.0 with rhea. Prints one line of JSON for each thing that happens.
//   amqp.js ask PORT USER          posts the body of stdin, prints what the caller's queue tells
//   amqp.js answer PORT USER NUMBER   answers the question of that number with the body of stdin
//   amqp.js read PORT USER QUEUE   tries to read a queue
//   amqp.js garbage PORT USER      sends what is no message
//   amqp.js attack PORT USER NAME  tries one of the attacks below
// The password stands in RENKEI_PASSWORD.
const rhea = require('rhea');

const [mode, port, user, what] = process.argv.slice(2);
const caller = user && user.replace(/^caller-/, '');
const replies = 'hub.replies.' + caller;

function tell(line) {
  process.stdout.write(JSON.stringify(line) + '\n');
}

function end(line) {
  tell(line);
  process.exit(0);
}

function condition(context, side) {
  const error = context[side] && context[side].error;
  return { refused: (error && error.condition) || side, text: error && error.description };
}

function connect(more) {
  const container = rhea.create_container();
  container.on('disconnected', (context) => end({ refused: 'disconnected', text: String(context.error) }));
  container.on('connection_error', (context) => end(condition(context, 'connection')));
  container.on('session_error', (context) => end(condition(context, 'session')));
  container.on('sender_error', (context) => end(condition(context, 'sender')));
  container.on('receiver_error', (context) => end(condition(context, 'receiver')));
  container.on('rejected', (context) => end({ refused: 'rejected', text: JSON.stringify(context.delivery.remote_state) }));
  container.on('accepted', () => tell({ accepted: true }));
  return container.connect({
    host: '127.0.0.1',
    port: Number(port),
    username: user,
    password: process.env.RENKEI_PASSWORD,
    reconnect: false,
    ...more,
  });
}

function bytes(content) {
  return rhea.message.data_section(Buffer.from(content, 'utf8'));
}

function ask(body) {
  const connection = connect();
  const correlation = 'rhea-' + process.pid;
  let number;
  connection.open_receiver({ source: replies, autoaccept: true });
  connection.on('message', (context) => {
    const message = context.message;
    const told = JSON.parse(Buffer.from(message.body.content).toString('utf8'));
    const its = message.correlation_id;
    if (!its || (its !== correlation && its !== number)) {
      return;
    }
    number = number || told.number;
    tell({ type: message.subject, correlation: its, told });
    if (told.state === 'ENDED' || told.code) {
      connection.on('connection_close', () => process.exit(0));
      connection.close();
    }
  });
  const sender = connection.open_sender('hub.inquiries');
  sender.once('sendable', () =>
    sender.send({
      durable: true,
      reply_to: replies,
      correlation_id: correlation,
      // what a client says of itself is nothing: the broker knows who it is
      application_properties: { renkeiIdempotencyKey: correlation, _AMQ_VALIDATED_USER: 'caller-tax', JMSXUserID: 'caller-tax' },
      body: bytes(body),
    }));
}

function answer(body) {
  const connection = connect();
  connection.open_receiver({ source: 'hub.questions.' + caller, autoaccept: false });
  connection.open_receiver({ source: replies, autoaccept: false });
  const sender = connection.open_sender('hub.answers');
  let asked = false;
  connection.on('message', (context) => {
    const message = context.message;
    if (message.correlation_id !== what) {
      context.delivery.release();
      return;
    }
    tell({ type: message.subject, correlation: what, told: JSON.parse(Buffer.from(message.body.content).toString('utf8')) });
    if (asked) {
      context.delivery.accept();
      connection.on('connection_close', () => process.exit(0));
      connection.close();
      return;
    }
    asked = true;
    sender.send({ durable: true, correlation_id: what, subject: message.subject, body: bytes(body) });
    // the question is done with when the broker has its answer
    connection.once('accepted', () => context.delivery.accept());
  });
}

function read() {
  const connection = connect();
  connection.on('receiver_open', (context) => {
    // a refused link opens for a moment, with nothing to read from
    if (context.receiver.source && context.receiver.source.address) {
      end({ opened: context.receiver.source.address });
    }
  });
  connection.open_receiver(what);
}

function opened(connection) {
  const settle = (link) => {
    const end_of_it = link.target || link.source;
    if (end_of_it && (end_of_it.address || end_of_it.value)) {
      end({ opened: end_of_it.address || true });
    }
  };
  connection.on('sender_open', (context) => settle({ target: context.sender.target }));
  connection.on('receiver_open', (context) => settle({ source: context.receiver.source }));
}

function link(open) {
  const connection = connect();
  opened(connection);
  open(connection);
}

const attacks = {
  anonymousLogin() {
    const connection = connect({ username: 'anyone', password: undefined });
    connection.on('connection_open', () => {
      opened(connection);
      connection.open_receiver(replies);
    });
  },
  noLogin() {
    const connection = connect({ username: undefined, password: undefined });
    connection.on('connection_open', () => {
      opened(connection);
      connection.open_receiver('hub.replies.nhi');
    });
  },
  mirror() {
    link((connection) =>
      connection.open_sender({
        target: { address: '$ACTIVEMQ_ARTEMIS_MIRROR_rogue' },
        desired_capabilities: ['amq.mirror'],
        properties: { 'x-opt-amq-mr-id': 'rogue' },
      }));
  },
  federation() {
    link((connection) =>
      connection.open_sender({
        target: { address: '$ACTIVEMQ_ARTEMIS_FEDERATION.control.rogue' },
        desired_capabilities: ['AMQ_FEDERATION_CONTROL_LINK'],
      }));
  },
  federationEvents() {
    link((connection) =>
      connection.open_receiver({
        source: { address: '$ACTIVEMQ_ARTEMIS_FEDERATION.events.rogue' },
        desired_capabilities: ['AMQ_FEDERATION_EVENT_LINK'],
      }));
  },
  federationQueue() {
    link((connection) =>
      connection.open_receiver({
        source: { address: 'hub.replies.tax' },
        desired_capabilities: ['AMQ_FEDERATION_QUEUE_RECEIVER'],
      }));
  },
  federationAddress() {
    link((connection) =>
      connection.open_receiver({
        source: { address: 'hub.replies.tax' },
        desired_capabilities: ['AMQ_FEDERATION_ADDRESS_RECEIVER'],
      }));
  },
  dynamicQueue() {
    link((connection) => connection.open_receiver({ source: { dynamic: true } }));
  },
  newAddress() {
    link((connection) => connection.open_sender('made.up'));
  },
  newQueue() {
    link((connection) => connection.open_receiver('made.up'));
  },
  management() {
    link((connection) => connection.open_sender('activemq.management'));
  },
  anothersQueueByItsFullName() {
    link((connection) => connection.open_receiver(replies + '::hub.replies.tax'));
  },
  anothersQueueAsATopic() {
    link((connection) =>
      connection.open_receiver({ source: { address: 'hub.replies.tax', capabilities: ['topic'] } }));
  },
  newSubscription() {
    link((connection) =>
      connection.open_receiver({
        name: 'kept',
        source: { address: replies, durable: 2, expiry_policy: 'never', capabilities: ['topic'] },
      }));
  },
  anotherAddressInTheMessage() {
    const connection = connect();
    const sender = connection.open_sender({ target: {} });
    sender.once('sendable', () =>
      sender.send({ to: 'agency.mhlw.reply', durable: true, body: bytes('forged') }));
  },
  anothersNameWrittenByTheClient() {
    const connection = connect();
    const sender = connection.open_sender('hub.inquiries');
    sender.once('sendable', () =>
      sender.send({ durable: true, application_properties: { _RENKEI_SENDER: 'caller-tax' }, body: bytes('{}') }));
  },
  anothersDuplicateId() {
    const connection = connect();
    const sender = connection.open_sender('hub.inquiries');
    sender.once('sendable', () =>
      sender.send({ durable: true, application_properties: { _AMQ_DUPL_ID: 'taken' }, body: bytes('{}') }));
  },
};

// Beneath a message: nothing, text, a section cut short, of a wrong type, unknown, too deep, a wrong count.
const garbage = [
  Buffer.alloc(0),
  Buffer.from('no message at all'),
  Buffer.from([0x00, 0x53, 0x75, 0xb0, 0x00, 0x00, 0x00, 0xff, 0x01]),
  Buffer.from([0x00, 0x53, 0x70, 0x71, 0x00, 0x00, 0x00, 0x01]),
  Buffer.from([0x00, 0x53, 0x11, 0x45]),
  Buffer.from([0x00, 0x53, 0x74, 0xc1, 0xff, 0x02, 0xa1, 0x01, 0x61]),
  Buffer.from([0x00, 0x53, 0x73, 0xc0, 0x05, 0x04, 0x40, 0x40, 0x40, 0x71]),
  Buffer.concat([Buffer.from([0x00, 0x53, 0x77]), Buffer.alloc(20000, 0x00)]),
  Buffer.from([0x00, 0x53, 0x77, 0xd1, 0x00, 0x00, 0x00, 0x04, 0xff, 0xff, 0xff, 0xff]),
];

function send_garbage() {
  const container = rhea.create_container();
  let left = garbage.length;
  garbage.forEach((content) => {
    // one may break its connection: each has its own
    const connection = container.connect({
      host: '127.0.0.1', port: Number(port), username: user, password: process.env.RENKEI_PASSWORD, reconnect: false,
    });
    let over = false;
    const done = (how) => {
      if (over) {
        return;
      }
      over = true;
      tell({ garbage: how });
      left -= 1;
      connection.close();
      if (left === 0) {
        setTimeout(() => process.exit(0), 100);
      }
    };
    const sender = connection.open_sender('hub.inquiries');
    sender.once('sendable', () => sender.send(content, undefined, 0));
    ['accepted', 'rejected', 'released', 'modified'].forEach((how) => sender.on(how, () => done(how)));
    ['connection_error', 'session_error', 'sender_error', 'connection_close', 'disconnected']
      .forEach((how) => connection.on(how, () => done(how)));
  });
}

if (mode === 'garbage') {
  send_garbage();
} else if (mode === 'ask') {
  ask(require('fs').readFileSync(0, 'utf8'));
} else if (mode === 'answer') {
  answer(require('fs').readFileSync(0, 'utf8'));
} else if (mode === 'read') {
  read();
} else {
  attacks[what]();
}
