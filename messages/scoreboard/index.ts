import { scoreboard as ar } from './ar.ts'
import { scoreboard as fr } from './fr.ts'
import { scoreboard as zgh } from './zgh.ts'
import { scoreboard as en } from './en.ts'

/** Words of the scoreboard, and of the page of the desk on which its numbers are published. */
export const scoreboard = { ar, fr, zgh, en }
