import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import type { Piece } from '../src/lib/domains/reports/server/attachments/attachments.ts'
import { takeAttachment } from '../src/lib/domains/reports/server/http/answer-attachment.ts'

/** Three lines: what is said of the piece, its length, its type. A piece that is taken has whole numbers in their bounds. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const [said, length, type] = data.toString('latin1').split('\n')
	const headers = { 'x-attachment': said, 'content-length': length, 'content-type': type }
	const pieces: Piece[] = []
	const take = async (piece: Piece) => {
		pieces.push(piece)
		return Promise.resolve({ at: piece.at + piece.length })
	}
	const { status } = await takeAttachment({ take }, { headers } as unknown as IncomingMessage)
	assert.equal(status === 200, pieces.length === 1)
	for (const { token, part, at, bytes, length: taken } of pieces) {
		assert.equal(token.length, 52)
		assert.ok(part >= 1 && part <= 9 && at >= 0 && at < 1e8 && bytes >= 1 && bytes < 1e8)
		assert.ok(Number.isInteger(taken) && taken >= 1)
	}
}

export const seeds = (): string[] => [`${'t'.repeat(52)} 1 0 65536\n65536\napplication/octet-stream`]
