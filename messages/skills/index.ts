import { skills as ar } from './ar.ts'
import { skills as fr } from './fr.ts'
import { skills as zgh } from './zgh.ts'
import { skills as en } from './en.ts'

/** Words of stories, quizzes and lessons. */
export const skills = { ar, fr, zgh, en }
