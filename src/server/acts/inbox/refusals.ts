/** Refusals that the page of messages has words for. */
export const inboxRefusals = ['message.unknown', 'message.changed'] as const
