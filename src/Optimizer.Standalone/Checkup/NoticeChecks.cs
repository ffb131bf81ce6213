using Optimizer.Connectors.Slack;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether people will hear: the settings read, and what they take from the environment is there.</summary>
internal static class NoticeChecks
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        var file = patient.PathOf(NoticeFile.FileName);
        try
        {
            var read = NoticeSettingsPlace.Read(patient.Folder);
            if (read.Settings is not { } settings)
            {
                return [.. read.Problems.Select(problem => Finding.Fail("notifications", problem.ToString(), $"correct {Patient.Shell(file)}, then: optimizer notifications test{patient.Data}"))];
            }

            var absent = settings.Sinks.SelectMany(sink => new[] { sink.UrlVariable, sink.SecretVariable, sink.TokenVariable }.OfType<string>().Select(name => (Sink: sink.Name, Name: name)))
                .Where(pair => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(pair.Name))).ToList();
            return absent.Count > 0
                ? [.. absent.Select(pair => Finding.Warn("notifications", $"sink {pair.Sink} takes its secret from {pair.Name}, which is not set in this shell", $"export {pair.Name}=...   where 'optimizer serve' runs; then: optimizer notifications test{patient.Data}"))]
                :
                [
                    Finding.Ok("notifications", $"told by {string.Join(", ", settings.Sinks.Select(sink => sink.Name))}; 'optimizer notifications test{patient.Data}' sends a message to each"),
                    .. await SlackAsync(patient, settings, cancellationToken),
                ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [Finding.Fail("notifications", fault.Message, $"chmod u+r {Patient.Shell(file)}")];
        }
    }

    /// <summary>Whether each bot may speak, and whether anybody's answer would count.</summary>
    private static async Task<IReadOnlyList<Finding>> SlackAsync(Patient patient, NoticeSettings settings, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var sink in settings.Sinks.Where(sink => sink.Kind == SinkKind.Slack))
        {
            var answer = await SlackCheck.AskAsync(Environment.GetEnvironmentVariable(sink.TokenVariable!)!, patient.Network, patient.Clock, cancellationToken);
            findings.Add(answer switch
            {
                { Delivered: true } => Finding.Ok($"slack: {sink.Name}", $"the bot may speak in {answer.Status}"),
                { IsFinal: true } => Finding.Fail($"slack: {sink.Name}", $"Slack refuses the bot: {answer.Status}", $"export {sink.TokenVariable}=xoxb-...   where 'optimizer serve' runs"),
                _ => Finding.Warn($"slack: {sink.Name}", $"Slack did not answer: {answer.Status}", "look at https://status.slack.com and at the way out of this machine"),
            });
        }

        if (settings.People.Count == 0 && settings.Sinks.Any(sink => sink is { Kind: SinkKind.Slack, SecretVariable: not null }))
        {
            findings.Add(Finding.Warn("slack: people", "nobody in Slack is known here: they can look on and answer nothing", $"add people: to {Patient.Shell(patient.PathOf(NoticeFile.FileName))}, such as U024BE7LH: ana@example.com"));
        }

        return findings;
    }
}
