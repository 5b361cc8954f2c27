/** Work on trials: two persons for a plan and for a result, one draw, and nothing that is taken back. */
export { drawTrial, listClasses } from './draw-store.ts'
export { approveTrial, registerTrial, stopTrial } from './register-store.ts'
export { keepTallies, publishTrial, reportTrial } from './result-store.ts'
