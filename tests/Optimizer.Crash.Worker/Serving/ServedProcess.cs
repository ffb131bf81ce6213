using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Optimizer.Crash.Worker.Serving;

/// <summary><c>optimizer serve</c> in a process of its own, to be killed for real.</summary>
public sealed class ServedProcess : IAsyncDisposable
{
    private const string Serving = "serving on ";
    private const string Token = "admin token: ";
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _said = [];
    private readonly Task _reading;

    private ServedProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>The admin token, when it said one.</summary>
    public string? Admin => Said(Token);

    public int Id => _process.Id;

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    public static ServedProcess Start(ServedFolder folder)
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var optimizer = Path.Combine(AppContext.BaseDirectory, "optimizer.dll");
        var start = new ProcessStartInfo(
            Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
            [optimizer, "serve", "--data", folder.Data, "--plays", folder.Plays, "--policy", folder.Policy, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it serves, and gives where; null when it ended before.</summary>
    public async Task<string?> UrlAsync(CancellationToken cancelled)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(cancelled))
        {
            if (line.StartsWith(Serving, StringComparison.Ordinal))
            {
                return line[Serving.Length..].Split(';')[0];
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

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync(CancellationToken cancelled)
    {
        await _process.WaitForExitAsync(cancelled);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private string? Said(string prefix)
    {
        lock (_said)
        {
            return _said.Find(line => line.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_said)
            {
                _said.Add(line);
            }

            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }
}
