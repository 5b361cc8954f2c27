import { AppError } from '#base'

export const sessionNotAllowed = (doing: string): AppError =>
	new AppError('session.not-allowed', 403, `${doing}: not by this person`)

export const sessionNotFound = (doing: string): AppError =>
	new AppError('session.not-found', 404, `${doing}: there is no such session`)
