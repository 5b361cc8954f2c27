/** Cases that wait: the queue, what nobody has seen, to whom the rota offers what. */
export { askToCloseWave, closeWave } from './close-wave.ts'
export { listWaves } from './crowd-waves.ts'
export { shareOut } from './offer-store.ts'
export { countQueue, readQueue, type Queue } from './queue.ts'
export { countWaiting, listUnseen } from './unseen.ts'
