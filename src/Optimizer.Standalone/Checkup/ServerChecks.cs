using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether a server runs, answers and knows the caller.</summary>
internal static class ServerChecks
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (await ServerConnection.FindAsync(patient.Folder, cancellationToken) is { } running)
        {
            return [Finding.Ok("server", running.ToString()), await CallerAsync(patient, cancellationToken)];
        }

        try
        {
            using var place = ServerPlace.Take(patient.Folder);
        }
        catch (ServerRunsException taken)
        {
            var pid = RunningServer.Read(patient.Folder)?.Pid;
            return [Finding.Fail("server", $"{taken.Message}, and it does not answer", pid is null ? $"end the process that holds {Patient.Shell(patient.PathOf("server.lock"))}" : $"kill {pid}   then: optimizer serve{patient.Data}")];
        }

        return RunningServer.Read(patient.Folder) is { } gone
            ? [Finding.Warn("server", $"{gone} is gone without having stopped", $"optimizer serve{patient.Data}   goes on where it was")]
            : [Finding.Warn("server", "none runs: ticks and reminders wait until one does", $"optimizer serve{patient.Data}")];
    }

    private static async Task<Finding> CallerAsync(Patient patient, CancellationToken cancellationToken)
    {
        var fix = $"export {Terminal.TokenVariable}=$(optimizer tokens create {Patient.Shell(Environment.UserName)} --role operator --local{patient.Data})";
        if (patient.Token is null)
        {
            return Finding.Warn("token", $"{Terminal.TokenVariable} is not set: commands that ask the server are refused", fix);
        }

        try
        {
            await using var server = await ServerConnection.OpenAsync(new() { Clock = patient.Clock, Folder = patient.Folder }, patient.Token, cancellationToken);
            var answer = await server.GetAsync("/api/plays", cancellationToken);
            return answer.ExitCode == ExitCode.Denied
                ? Finding.Fail("token", $"the server does not take the one of {Terminal.TokenVariable}: {answer.Problem}", fix)
                : Finding.Ok("token", $"the server takes the one of {Terminal.TokenVariable}");
        }
        catch (ServerUnreachableException fault)
        {
            return Finding.Fail("token", fault.Message, $"optimizer doctor{patient.Data}");
        }
    }
}
