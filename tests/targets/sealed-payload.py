"""The other half of jwcrypto.test.ts, with Debian's python3-jwcrypto.

    sealed-payload.py open   reads {"jwe", "seal", "sign"} and writes {"payload", "kid"}
    sealed-payload.py seal   reads {"payload", "seal", "sign", "kids"} and writes {"jwe"}
"""

import json
import sys

from jwcrypto import jwe, jwk, jws

ALLOWED = ["ECDH-ES+A256KW", "A256GCM", "EdDSA"]


def open_message(given):
    sealed = jwe.JWE(algs=ALLOWED)
    sealed.deserialize(given["jwe"], key=jwk.JWK(**given["seal"]))
    signed = jws.JWS()
    signed.allowed_algs = ALLOWED
    signed.deserialize(sealed.payload.decode(), key=jwk.JWK(**given["sign"]))
    return {"payload": signed.payload.decode(), "kid": signed.jose_header["kid"]}


def seal_message(given):
    signed = jws.JWS(given["payload"].encode())
    header = {"alg": "EdDSA", "kid": given["kids"]["sign"]}
    signed.add_signature(jwk.JWK(**given["sign"]), None, json.dumps(header))
    outer = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM", "cty": "JOSE", "kid": given["kids"]["seal"]}
    sealed = jwe.JWE(signed.serialize(compact=True).encode(), json.dumps(outer), algs=ALLOWED)
    sealed.add_recipient(jwk.JWK(**given["seal"]))
    return {"jwe": sealed.serialize(compact=True)}


work = {"open": open_message, "seal": seal_message}[sys.argv[1]]
print(json.dumps(work(json.load(sys.stdin))))
