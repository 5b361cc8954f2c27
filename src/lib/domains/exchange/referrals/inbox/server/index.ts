/** Messages of partners that no room takes by itself: listed, opened, settled by a person, and ended. */
export { countInbox, dropReasons, listWaiting, openMessage, settleMessage } from './waiting-store.ts'
export { endMessages } from './end-store.ts'
