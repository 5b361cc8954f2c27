/** Cases that wait: the queue, what nobody has seen, to whom the rota offers what. */
export { shareOut } from './offer-store.ts'
export { countQueue, readQueue, type Queue } from './queue.ts'
export { countWaiting, listUnseen } from './unseen.ts'
