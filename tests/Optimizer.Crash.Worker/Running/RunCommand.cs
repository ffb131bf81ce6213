using System.CommandLine;

namespace Optimizer.Crash.Worker.Running;

/// <summary>Runs the load until it is killed, interrupted or done.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var folder = new Option<string>("--data") { Description = "Folder of the engine's file and the journals.", Required = true };
        var orders = new Option<int?>("--orders") { Description = "Ends after so many orders; without it, never." };
        var drain = new Option<bool>("--drain") { Description = "Starts no new order and ends when those under way have ended." };
        var killer = new Option<bool>("--killer") { Description = "Starts a workflow that kills the process, each time it runs." };
        var tell = new Option<bool>("--tell") { Description = "Writes a line for each answer that the client was given." };
        var command = new Command("run", "Runs orders on the engine until killed; the same folder goes on where it was.") { folder, orders, drain, killer, tell };
        command.SetAction((parsed, cancelled) => RunAsync(
            new RunOptions
            {
                Folder = parsed.GetValue(folder)!,
                Orders = parsed.GetValue(orders),
                Drain = parsed.GetValue(drain),
                Killer = parsed.GetValue(killer),
                Tell = parsed.GetValue(tell),
            },
            cancelled));
        return command;
    }

    private static async Task<int> RunAsync(RunOptions options, CancellationToken cancelled)
    {
        try
        {
            await using var worker = await Worker.OpenAsync(options);
            Console.WriteLine(WorkerLine.Opened);
            await worker.RunAsync(cancelled);
            Console.WriteLine(WorkerLine.Done);
            return 0;
        }
        catch (Embedded.EngineFileException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 6;
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            return 0;
        }
    }
}
