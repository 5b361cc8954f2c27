import { widget as ar } from './ar.ts'
import { widget as fr } from './fr.ts'
import { widget as zgh } from './zgh.ts'
import { widget as en } from './en.ts'

/** Words of the widget on pages of others, of how to put it there, and of copies of the site. */
export const widget = { ar, fr, zgh, en }
