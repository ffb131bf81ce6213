using Optimizer.Connectors.Slack;
using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>Outbox, sinks and dispatcher of one process, put together: what a host gives to its world and runs beside its engine.</summary>
public sealed class NoticePost : IDisposable
{
    /// <summary>Name of the file that the file sink writes, in the data directory.</summary>
    public const string FileName = "notifications.jsonl";

    private readonly HttpClient _http;
    private readonly Dispatcher _dispatcher;
    private readonly Outbox _outbox;

    /// <param name="store">Keeps what is told.</param>
    /// <param name="settings">Who is told.</param>
    /// <param name="environment">The environment variables, by name; null for one that is not set.</param>
    /// <param name="folder">The data directory.</param>
    /// <param name="say">Shows people at the terminal a line.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="plan">When what failed is tried again.</param>
    /// <param name="answers">Makes the link with which one person answers a question, the same for the same notice; null for none.</param>
    /// <param name="cards">How a question stands, by its id; null where nobody knows, and questions are shown as they were asked.</param>
    /// <param name="network">Carries what goes out; null for the network itself. It must not follow redirects.</param>
    /// <exception cref="NoticeSettingsException">An environment variable that the settings name is not set, or holds no address.</exception>
    public NoticePost(
        INoticeStore store, NoticeSettings settings, Func<string, string?> environment, string folder, Action<string> say, TimeProvider clock, RetryPlan plan,
        Func<KeptNotice, Answerer, Uri?>? answers = null, Func<string, CancellationToken, Task<ApprovalCard?>>? cards = null, HttpMessageHandler? network = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(say);
        Settings = settings;
        _http = new(network ?? NoticeNetwork.Make())
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        try
        {
            Sinks = [.. settings.Sinks.Select(sink => sink.Kind == SinkKind.Slack
                ? Slack(sink, store, environment, clock, settings.Link, cards)
                : Make(sink, environment, folder, say, clock, settings.Link, answers))];
        }
        catch
        {
            _http.Dispose();
            throw;
        }

        _outbox = new(store, settings.Sinks, clock);
        _dispatcher = new(store, Sinks, plan, clock, _outbox, say);
        _outbox.Taken += _dispatcher.Wake;
    }

    /// <summary>Goes into the world.</summary>
    public INotifier Notifier => _outbox;

    /// <summary>What it was made of.</summary>
    public NoticeSettings Settings { get; }

    public IReadOnlyList<INoticeSink> Sinks { get; }

    /// <summary>The chats among them.</summary>
    public IReadOnlyList<IChatRoom> Rooms => [.. Sinks.OfType<SlackSink>().Select(sink => sink.Room)];

    /// <summary>Delivers until it is stopped.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _dispatcher.RunAsync(cancellationToken);

    /// <summary>Delivers what is due now, pass after pass at every sink, and comes back when nothing is; for a host that is woken now and then.</summary>
    /// <param name="cancellationToken">Ends it between two passes: the rest waits for the next time.</param>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken) =>
        (await Task.WhenAll(Sinks.Select(sink => DeliverDueAsync(sink, cancellationToken))).ConfigureAwait(false)).Sum();

    public void Dispose()
    {
        foreach (var sink in Sinks.OfType<IDisposable>())
        {
            sink.Dispose();
        }

        _http.Dispose();
    }

    private async Task<int> DeliverDueAsync(INoticeSink sink, CancellationToken cancellationToken)
    {
        var tried = 0;
        while (!cancellationToken.IsCancellationRequested && await _dispatcher.PassAsync(sink, CancellationToken.None).ConfigureAwait(false) is > 0 and var some)
        {
            tried += some;
        }

        try
        {
            await sink.FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next time looks again.
        }

        return tried;
    }

    private SlackSink Slack(
        SinkSettings sink, INoticeStore store, Func<string, string?> environment, TimeProvider clock, Uri? link, Func<string, CancellationToken, Task<ApprovalCard?>>? cards)
    {
        // Whoever is to take answers must be able to tell who sent them.
        _ = sink.SecretVariable is { } secret ? Value(sink, secret, environment) : null;
        var questions = new QuestionMessage(link, canAnswer: sink.SecretVariable is not null);
        var client = new SlackClient(_http, Value(sink, sink.TokenVariable, environment), clock);
        var channel = sink.Channel ?? throw new NoticeSettingsException($"the sink {sink.Name} names no channel");
        return new(sink.Name, new(client, channel, questions, clock), store, questions, cards, link, clock);
    }

    private INoticeSink Make(
        SinkSettings sink, Func<string, string?> environment, string folder, Action<string> say, TimeProvider clock, Uri? link,
        Func<KeptNotice, Answerer, Uri?>? answers) => sink.Kind switch
        {
            SinkKind.Terminal => new TerminalSink(sink.Name, say, link),
            SinkKind.File => new FileSink(sink.Name, Path.Combine(folder, FileOf(sink.Name)), link),
            SinkKind.Webhook => new WebhookSink(sink.Name, Address(sink, environment), Value(sink, sink.SecretVariable, environment), _http, clock, link)
            {
                Answer = sink.Answers is { } who && answers is not null ? kept => answers(kept, who) : null,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(sink), sink.Kind, "unknown kind of sink"),
        };

    // A second file sink has a file of its own.
    private static string FileOf(string sink) => sink == "file" ? FileName : $"notifications-{sink}.jsonl";

    private static Uri Address(SinkSettings sink, Func<string, string?> environment)
    {
        if (sink.Url is { } known)
        {
            return known;
        }

        var text = Value(sink, sink.UrlVariable, environment);
        return WebhookAddress.Problem(text) is { } problem
            ? throw new NoticeSettingsException($"the sink {sink.Name} needs the environment variable {sink.UrlVariable}, which {problem}")
            : new(text);
    }

    private static string Value(SinkSettings sink, string? variable, Func<string, string?> environment) =>
        variable is null ? throw new NoticeSettingsException($"the sink {sink.Name} names no environment variable for its secret")
        : environment(variable) is { Length: > 0 } value ? value
        : throw new NoticeSettingsException($"the sink {sink.Name} needs the environment variable {variable}, which is not set");
}
