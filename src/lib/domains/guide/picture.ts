import { pictureNames } from '#ui/picture'

/** Names of the pictures that content may use; what each means stands in the register of `ui/picture`. */
export const pictures = pictureNames
export type Picture = (typeof pictures)[number]
