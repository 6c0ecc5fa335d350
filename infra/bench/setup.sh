# Sourced by the scripts beside it: builds what they run and says where it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JAVA=
for java in "${JAVA_HOME:-/nowhere}/bin/java" /usr/lib/jvm/*/bin/java; do
  if [ -z "$JAVA" ] && "$java" -version 2>&1 | grep -q 'version "25'; then
    JAVA=$java
  fi
done
[ -n "$JAVA" ] || { echo "no JDK 25 under /usr/lib/jvm or JAVA_HOME" >&2; exit 1; }
mvn -B -ntp -q test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
CLASSPATH="target/test-classes:target/classes:$(cat target/bench.classpath)"
export JAVA CLASSPATH
