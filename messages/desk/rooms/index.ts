import { deskRooms as ar } from './ar.ts'
import { deskRooms as fr } from './fr.ts'
import { deskRooms as zgh } from './zgh.ts'
import { deskRooms as en } from './en.ts'

/** Words of the rooms of the desk. */
export const deskRooms = { ar, fr, zgh, en }
