import * as v from 'valibot'
import { findSecret } from '#platform'
import { awsRegions, type AwsRequest, type AwsSettings } from '#tools/channels/aws-abuse'

/** Asks AWS, and no other machine. */
export type AskAws = (request: AwsRequest) => Promise<Response>

export type AwsOptions = { dataDir: string; ask: AskAws; now: () => Date }

const key = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,2048}$/u))
const file = v.strictObject({
	region: v.picklist(awsRegions),
	accessKeyId: key,
	secretAccessKey: key,
	sessionToken: v.exactOptional(key),
})

/** The file of the key, in `<dataDir>/keys`: `{ "region", "accessKeyId", "secretAccessKey" }` as JSON. */
export const awsKeyFile = 'aws-abuse.json'

/** Region and key; `undefined` where the file is not there, is open to others or is of another form: a person is told then. */
export const findAwsSettings = async ({ dataDir, now }: AwsOptions): Promise<AwsSettings | undefined> => {
	try {
		const text = await findSecret(dataDir, awsKeyFile)
		const { region, accessKeyId, secretAccessKey, sessionToken } = v.parse(file, JSON.parse(text ?? ''))
		const token = sessionToken === undefined ? {} : { token: sessionToken }
		return { region, credentials: { keyId: accessKeyId, secret: secretAccessKey, ...token }, at: now() }
	} catch {
		return undefined
	}
}

/** Parts of an answer that the tool reads. */
export const toReply = async (answer: Response) => ({
	status: answer.status,
	retryAfter: answer.headers.get('retry-after'),
	body: await answer.text(),
})
