using System.CommandLine;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Crash.Worker.Running;
using Optimizer.Crash.Worker.Serving;

var root = new RootCommand("A load on the embedded engine that may be killed at any moment, and what kills and verifies it.");
root.Add(RunCommand.Build());
root.Add(KillCommand.Build());
root.Add(ServeKillCommand.Build());
return await root.Parse(args).InvokeAsync();
