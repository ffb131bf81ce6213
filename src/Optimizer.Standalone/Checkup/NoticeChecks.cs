using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether people will hear: the settings read, and what they take from the environment is there.</summary>
internal static class NoticeChecks
{
    public static IReadOnlyList<Finding> Of(Patient patient)
    {
        var file = patient.PathOf(NoticeFile.FileName);
        try
        {
            var read = NoticeSettingsPlace.Read(patient.Folder);
            if (read.Settings is not { } settings)
            {
                return [.. read.Problems.Select(problem => Finding.Fail("notifications", problem.ToString(), $"correct {Patient.Shell(file)}, then: optimizer notifications test{patient.Data}"))];
            }

            var absent = settings.Sinks.SelectMany(sink => new[] { sink.UrlVariable, sink.SecretVariable }.OfType<string>().Select(name => (Sink: sink.Name, Name: name)))
                .Where(pair => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(pair.Name))).ToList();
            return absent.Count > 0
                ? [.. absent.Select(pair => Finding.Warn("notifications", $"sink {pair.Sink} takes its secret from {pair.Name}, which is not set in this shell", $"export {pair.Name}=...   where 'optimizer serve' runs; then: optimizer notifications test{patient.Data}"))]
                : [Finding.Ok("notifications", $"told by {string.Join(", ", settings.Sinks.Select(sink => sink.Name))}; 'optimizer notifications test{patient.Data}' sends a message to each")];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [Finding.Fail("notifications", fault.Message, $"chmod u+r {Patient.Shell(file)}")];
        }
    }
}
