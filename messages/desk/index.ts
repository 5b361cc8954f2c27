import { mergeSpaces } from '../merge-spaces.ts'
import { desk as ar } from './ar.ts'
import { desk as fr } from './fr.ts'
import { desk as zgh } from './zgh.ts'
import { desk as en } from './en.ts'
import { deskRooms } from './rooms/index.ts'

/** Words of the desk. */
export const desk = mergeSpaces({ desk: { ar, fr, zgh, en }, deskRooms })
