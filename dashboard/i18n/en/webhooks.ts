/** Words of the webhooks of a site. */
export const webhooks = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Programs that are told when something is unusual: a signed message to an address on the internet.',
    address: 'Address',
    add: 'Add the webhook',
    wrong: 'Give an address on the internet that begins with https://.',
    secret: 'Secret of the webhook',
    ready: 'The receiver checks signatures with this secret. It is shown only now.',
    done: 'Done',
    none: 'Nothing has been sent yet.',
    deliveries: 'Sent lately',
    test: 'Send a test',
    remove: (host: string) => `Remove the webhook to ${host}`,
    removeQuestion: (host: string) => `Remove the webhook to ${host}? Nothing is sent there any more.`,
    attempts: (count: string) => `${count} attempts`,
    states: {
      waiting: 'waits',
      claimed: 'is being sent',
      sent: 'taken',
      refused: 'refused',
      given_up: 'given up',
      unknown: 'unknown',
    },
  },
};
