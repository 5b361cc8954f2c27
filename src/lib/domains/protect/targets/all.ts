import type { Target } from '../targets.ts'
import { deviceTargets } from './devices.ts'
import { serverTargets } from './servers.ts'

/** Every place for which a file can be made. */
export const targets: readonly Target[] = [...serverTargets, ...deviceTargets]
