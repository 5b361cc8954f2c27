/** Acts of the desk as the public record holds them: kinds of acts, their words, how they are counted for the auditor. Rules only. */
export { actWords, stepWords, type ActKind, type StepKind } from './act-word.ts'
export { countKinds, findTracks, readPeriod, type ActGroup, type Tracks } from './recorded-acts.ts'
