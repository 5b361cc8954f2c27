import { mergeSpaces } from '../merge-spaces.ts'
import { law as ar } from './ar.ts'
import { law as fr } from './fr.ts'
import { law as zgh } from './zgh.ts'
import { law as en } from './en.ts'
import { data } from './data/index.ts'
import { gaps } from './gaps/index.ts'
import { instruments } from './instruments/index.ts'
import { paper } from './paper/index.ts'
import { records } from './records/index.ts'
import { search } from './search/index.ts'

/** Words of the law. */
export const law = mergeSpaces({ law: { ar, fr, zgh, en }, data, gaps, instruments, paper, records, search })
