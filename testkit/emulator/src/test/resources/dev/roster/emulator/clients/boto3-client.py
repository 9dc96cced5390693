"""Makes one call of boto3's identity store client per input line, and prints what came of it.

An input line is an operation and its parameters as JSON, with a tab between them; an output line is
OK and the answer as JSON, or ERROR and the code that boto3 raised, with a tab between them.
"""

import json
import sys

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

client = boto3.client(
    "identitystore",
    endpoint_url=sys.argv[1],
    config=Config(retries={"total_max_attempts": 1}, parameter_validation=False),
)
for line in sys.stdin:
    operation, parameters = line.rstrip("\n").split("\t", 1)
    try:
        answer = getattr(client, xform_name(operation))(**json.loads(parameters))
        answer.pop("ResponseMetadata")
        print("OK", json.dumps(answer, default=str), sep="\t", flush=True)
    except ClientError as error:
        print("ERROR", error.response["Error"]["Code"], sep="\t", flush=True)
