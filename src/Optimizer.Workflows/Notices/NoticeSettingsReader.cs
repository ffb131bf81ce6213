using System.Globalization;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Notices;

/// <summary>Reads settings of notices. What stands at the top holds for every sink that says nothing else.</summary>
internal static class NoticeSettingsReader
{
    private const int LongestName = 40;
    private const int LongestVariable = 100;
    private const int MostSinks = 50;

    private static readonly string[] OfSlack = ["channel", "tokenFrom"];
    private static readonly string[] OfWebhooks = ["url", "urlFrom", "answers"];
    private static readonly WordList<SinkKind> Kinds = WordList.Named<SinkKind>();
    private static readonly WordList<Seat> Seats = WordList.Named<Seat>();
    private static readonly WordList<NoticeSeverity> Severities = WordList.Named<NoticeSeverity>();

    public static NoticeSettings? Read(Place place)
    {
        if (place.Fields("version", "timezone", "quiet", "digest", "link", "people", "sinks") is not { } fields)
        {
            return null;
        }

        _ = fields.Need("version", "1").Whole(1, 1);
        var usual = Recipient(fields, new());
        var sinks = fields.Need("sinks", "at least one, such as {name: ops, kind: terminal}").Items(item => Sink(item, usual), 1) ?? [];
        foreach (var again in sinks.GroupBy(sink => sink.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            fields.May("sinks").Refuse($"has {again.Key} more than once; each sink must have another name");
        }

        if (sinks.Count > MostSinks)
        {
            fields.May("sinks").Refuse($"has {sinks.Count} items; must have at most {MostSinks}");
        }

        var link = Link(fields.May("link"));
        if (link is null && sinks.FirstOrDefault(sink => sink.Answers is not null) is { } asked)
        {
            _ = fields.Need("link", $"the address at which people reach this server: {asked.Name} is to get links for answers");
        }

        return new(sinks) { Link = link, People = PeopleReader.Read(fields.May("people")) };
    }

    private static SinkSettings? Sink(Place place, Recipient usual)
    {
        if (place.Fields("name", "kind", "for", "severities", "timezone", "quiet", "digest", "url", "urlFrom", "secretFrom", "answers", "channel", "tokenFrom") is not { } fields)
        {
            return null;
        }

        var name = fields.Need("name", "a name such as ops").Name(
            text => text.Length <= LongestName && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'),
            $"lower case letters, digits and hyphens, at most {LongestName}");
        var kind = fields.Need("kind", Kinds.Sentence).Word(Kinds);
        var isMachine = fields.May("for").OneOf("people", "machines") is { } readers ? readers == "machines" : kind is not (SinkKind.Terminal or SinkKind.Slack);
        var recipient = Recipient(fields, usual) with
        {
            IsMachine = isMachine,
            Severities = fields.May("severities").Words(Severities) ?? usual.Severities,
        };
        if (isMachine && (fields.Has("quiet") || fields.Has("digest")))
        {
            place.Refuse("is for machines, which are told at once; quiet and digest are for people: say for: people, or leave them out");
        }

        return kind is { } known && name is not null ? Addressed(fields, place, new(name, known, recipient)) : null;
    }

    private static SinkSettings Addressed(Fields fields, Place place, SinkSettings sink)
    {
        var addressed = sink with
        {
            Answers = Answers(fields.May("answers")),
            Channel = Channel(fields.May("channel")),
            SecretVariable = Variable(fields.May("secretFrom")),
            TokenVariable = Variable(fields.May("tokenFrom")),
            Url = Url(fields.May("url")),
            UrlVariable = Variable(fields.May("urlFrom")),
        };
        Refuse(fields, sink.Kind == SinkKind.Slack, OfSlack, "is for slack only");
        Refuse(fields, sink.Kind == SinkKind.Webhook, OfWebhooks, "is for webhooks only");
        Refuse(fields, sink.Kind is SinkKind.Slack or SinkKind.Webhook, ["secretFrom"], "is for webhooks and slack only");
        if (sink.Kind == SinkKind.Slack)
        {
            _ = fields.Need("channel", "the id of the channel, such as C024BE7LH; Slack shows it under the channel's details");
            _ = fields.Need("tokenFrom", "the environment variable that holds the bot token, such as SLACK_BOT_TOKEN");
        }
        else if (sink.Kind == SinkKind.Webhook && fields.Has("url") == fields.Has("urlFrom"))
        {
            place.Refuse("must have url, or urlFrom with the environment variable that holds it, and not both");
        }
        else if (sink.Kind == SinkKind.Webhook && !fields.Has("secretFrom"))
        {
            _ = fields.Need("secretFrom", "the environment variable that holds the secret for its signature, such as OPS_WEBHOOK_SECRET");
        }

        return addressed;
    }

    private static void Refuse(Fields fields, bool isTheirs, string[] names, string why)
    {
        foreach (var field in names.Where(name => !isTheirs && fields.Has(name)))
        {
            fields.May(field).Refuse(why);
        }
    }

    private static string? Channel(Place place) => place.Name(SlackWords.IsChannel, "the id of a channel, such as C024BE7LH: C, G or D, then capitals and digits; a name can change");

    private static Answerer? Answers(Place place)
    {
        if (place.Node is null || place.Fields("name", "seat") is not { } fields)
        {
            return null;
        }

        var name = fields.Need("name", "the person who reads this sink, such as ana@example.com").Text();
        var seat = fields.Need("seat", Seats.Sentence).Word(Seats);
        return name is { Length: > 0 } && seat is { } held ? new(name, held) : null;
    }

    private static Recipient Recipient(Fields fields, Recipient usual) => usual with
    {
        TimeZone = ZoneText.Read(fields.May("timezone")) ?? usual.TimeZone,
        Quiet = fields.Has("quiet") ? Quiet(fields.May("quiet")) : usual.Quiet,
        Digest = Digest(fields.May("digest")) ?? usual.Digest,
    };

    // null stands for none, so that one sink can do without the hours of the others.
    private static QuietHours? Quiet(Place place)
    {
        if (place.Node is Node.Scalar { Kind: ScalarKind.Null } || place.Fields("from", "until") is not { } fields)
        {
            return null;
        }

        var (from, until) = (Time(fields.Need("from", "a time such as \"22:00\"")), Time(fields.Need("until", "a time such as \"07:00\"")));
        if (from is { } start && start == until)
        {
            place.Refuse("ends when it begins; for no quiet hours leave quiet out");
        }

        return from is { } first && until is { } end ? new(first, end) : null;
    }

    private static IReadOnlyList<TimeOnly>? Digest(Place place)
    {
        if (place.Node is null)
        {
            return null;
        }

        if (place.Node is Node.Scalar)
        {
            return place.OneOf("manager", "semi", "none") switch
            {
                "manager" => DigestTimes.Manager,
                "semi" => DigestTimes.Semi,
                "none" => [],
                _ => null,
            };
        }

        return place.Items<object>(item => Time(item), 1) is { } times ? [.. times.Cast<TimeOnly>().Distinct().Order()] : null;
    }

    private static TimeOnly? Time(Place place)
    {
        if (place.Text() is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        place.Refuse($"is {Shown.Quote(text)}; must be a time of day as \"HH:mm\", such as \"09:00\"");
        return null;
    }

    private static string? Variable(Place place) => place.Name(
        text => text.Length <= LongestVariable && !char.IsAsciiDigit(text[0]) && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_'),
        "the name of an environment variable, such as OPS_WEBHOOK_SECRET; a secret itself never stands in a file");

    private static Uri? Url(Place place)
    {
        if (place.Text() is not { } text)
        {
            return null;
        }

        if (WebhookAddress.Problem(text) is { } problem)
        {
            place.Refuse(problem);
            return null;
        }

        return new(text);
    }

    private static Uri? Link(Place place)
    {
        if (place.Text() is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0)
        {
            return new(text.EndsWith('/') ? text : text + "/");
        }

        place.Refuse($"is {Shown.Quote(text)}; must be the address of the cockpit, such as https://optimizer.example");
        return null;
    }
}
