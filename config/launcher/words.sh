# Words for the person at the terminal, in both languages, the one of the locale first.

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in zh*) CHINESE_FIRST=1 ;; *) CHINESE_FIRST= ;; esac
if [ -t 1 ]; then TERMINAL=1; else TERMINAL=; fi

# both EN ZH: one line with both sentences.
both() {
  if [ -n "$CHINESE_FIRST" ]; then printf '%s / %s' "$2" "$1"; else printf '%s / %s' "$1" "$2"; fi
}

say() { printf '%s\n' "$(both "$1" "$2")"; }

warn() { printf '%s\n' "$(both "$1" "$2")" >&2; }

# die EN ZH [CODE]: one sentence, and nothing half done stays behind.
die() {
  warn "$1" "$2"
  tidy_up
  exit "${3:-1}"
}

# Replaced by whoever has something to take back.
tidy_up() { :; }

run_help() {
  cat <<'HELP'
Firstline 第一线

  ./firstline demo      the sample city on this machine, nothing else needed      本机示例城市，开箱即用
                        with a simulated fleet; --no-fleet without          附带模拟终端；--no-fleet 不带
                        --speed 60: its time runs so many times as fast     --speed 60：时间快进
                        --remove: takes the sample city away, at once       --remove：一步删除示例城市
  ./firstline start     production; --background returns when it is ready         正式运行；--background 就绪后返回
  ./firstline stop      stops the server of this data folder                      停止该数据目录的服务
  ./firstline warm      makes the archive that halves the time of later starts    生成启动归档，之后启动时间减半
  ./firstline test      every test; 'test unit' only the unit tests               全部测试；test unit 只跑单元测试
  ./firstline bench     start times, memory, latency and throughput as a table    启动时间、内存、延迟、吞吐量
  ./firstline bench match [folder]  quality and speed of the matching            匹配的质量与速度
  ./firstline verify proof.zip [key]  checks the proof of a play without a server 离线核验播放证明包
  ./firstline bench broadcast [speakers]  programmes, receipts, polls, emergencies    广播：节目单、回执、轮询、应急
  ./firstline bench publicity [materials]  search, list, pictures; or: gallery  宣传品：检索、列表、图片；或 gallery 只测画廊
  ./firstline bench market                 how long statutory terms take            市场秩序：期限计算
  ./firstline bench console [records]      the palette, lists as files              公共：全局检索、列表导出
  ./firstline bench faults  what holds when everything fails, in compressed time      故障压缩演练，规则有破则非零退出
  ./firstline doctor    what this machine has and lacks                           检查本机环境

Settings are environment variables (FIRSTLINE_HOME, FIRSTLINE_PORT, …) or a file named by
FIRSTLINE_CONFIG; README.md lists them.  设置用环境变量或 FIRSTLINE_CONFIG 指定的文件，见 README.md。
HELP
}
