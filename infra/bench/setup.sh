# Sourced by the scripts beside it: builds what they run and says where it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JAVA=$(ls -d /usr/lib/jvm/*/bin/java "${JAVA_HOME:-/nowhere}/bin/java" 2>/dev/null | while read -r java; do
  "$java" -version 2>&1 | grep -q 'version "25' && echo "$java" && break
done)
[ -n "$JAVA" ] || { echo "no JDK 25 under /usr/lib/jvm or JAVA_HOME" >&2; exit 1; }
mvn -B -ntp -q test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
CLASSPATH="target/test-classes:target/classes:$(cat target/bench.classpath)"
export JAVA CLASSPATH
