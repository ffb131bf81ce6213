using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Optimizer.Crash.Worker.Running;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>A worker in a process of its own, to be killed for real.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task<string> _errors;
    private readonly Task _reading;

    private WorkerProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>Whether it has said that its engine has opened.</summary>
    public bool HasOpened { get; private set; }

    /// <summary>Starts <c>run --data FOLDER</c> with further arguments.</summary>
    /// <param name="folder">The worker's folder.</param>
    /// <param name="more">Further arguments.</param>
    /// <param name="shell">Shell commands to run before in the same process, such as limits; null for none.</param>
    public static WorkerProcess Start(string folder, IEnumerable<string> more, string? shell = null)
    {
        string[] command = [Muxer(), typeof(WorkerProcess).Assembly.Location, "run", "--data", folder, .. more];
        var start = shell is null
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo("/bin/sh", ["-c", shell + "\nexec \"$@\"", "sh", .. command]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        // With a limit on file sizes the runtime cannot map its code twice, and a worker has no need to.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line that begins so and gives it, or null when the process ended without it.</summary>
    public async Task<string?> LineAsync(string prefix, CancellationToken cancelled = default)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(cancelled))
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Kills it with SIGKILL, if it still runs, and waits until it is gone.</summary>
    /// <returns>Its exit code when it had ended by itself; null when it was killed.</returns>
    public async Task<int?> KillAsync()
    {
        int? ended = _process.HasExited ? _process.ExitCode : null;
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        return ended;
    }

    /// <summary>Waits for its end and gives its exit code and what it wrote to standard error.</summary>
    public async Task<(int Code, string Errors)> EndAsync(CancellationToken cancelled = default)
    {
        await _process.WaitForExitAsync(cancelled);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    // The command that runs this very runtime: what a test host or an apphost was started with need not be on the path.
    private static string Muxer()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            HasOpened |= line == WorkerLine.Opened;
            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }
}
