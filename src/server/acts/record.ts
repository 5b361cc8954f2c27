import { askEndAct } from './record/ask-end.ts'
import { endEpochAct } from './record/end-epoch.ts'
import { signErasureAct } from './record/sign-erasure.ts'
import { verifyRecordAct } from './record/verify.ts'

/** Acts on the public record. */
export const auditActs = { verify: verifyRecordAct }

/** Acts by which an epoch ends for good. */
export const erasureActs = { ask: askEndAct, end: endEpochAct, sign: signErasureAct }
