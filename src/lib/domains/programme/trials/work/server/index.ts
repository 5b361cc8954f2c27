/** Work on trials: two persons for a plan and for a result, one draw, and nothing that is taken back. */
export { drawTrial, listClasses } from './draw-store.ts'
export { approveTrial, registerTrial } from './register-store.ts'
export { keepTallies, publishTrial, reportTrial } from './result-store.ts'
export { agreeStop, goOn, stopTrial } from './stop-store.ts'
