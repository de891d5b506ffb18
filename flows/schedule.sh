#!/bin/sh
# schedule.sh PYTHON: makes the work pool and the deployments of prefect.yaml
# on the server that PREFECT_API_URL names. Can be run again at any time.
set -eu
: "${PREFECT_API_URL:?name your Prefect server: export PREFECT_API_URL=http://127.0.0.1:4200/api}"
export DO_NOT_TRACK=1
prefect="$1 -m prefect"
$prefect work-pool inspect harvest >/dev/null 2>&1 || $prefect work-pool create harvest --type process
$prefect --no-prompt deploy --all
echo "Scheduled for 01:30 every night. Start the worker that does it:"
echo "  $prefect worker start --pool harvest --limit 1"
