using Optimizer.Connectors.Files;
using Optimizer.Testing;

namespace Optimizer.Tests.Connectors.Files;

public class RecordedFilesTests
{
    /// <summary>File, rows as its README states them, columns.</summary>
    public static TheoryData<string, int, int> Stated => new()
    {
        { "ab/asos_sequential_dev.csv.gz", 11_508, 10 },
        { "ab/cookie_cats.csv.gz", 90_189, 5 },
        { "ab/facebook_control_group.csv", 30, 10 },
        { "ab/facebook_test_group.csv", 30, 10 },
        { "ab/fastfood_promotions.csv", 548, 7 },
        { "ab/hillstrom_email.csv.gz", 64_000, 12 },
        { "ab/open_bandit_men_bts.csv.gz", 10_000, 9 },
        { "ab/open_bandit_men_random.csv.gz", 10_000, 9 },
        { "ab/udacity_screener_control.csv", 37, 5 },
        { "ab/udacity_screener_experiment.csv", 37, 5 },
        { "ab/upworthy_dev.csv.gz", 11_295, 11 },
        { "ads/kag_conversion.csv", 1_143, 11 },
        { "ads/marketing_feb2021.csv", 308, 10 },
        { "ads/online_ads_2020_apr_may.csv", 10_972, 11 },
        { "kpi/bike_sharing_day.csv", 731, 16 },
        { "kpi/daily_website_visitors.csv", 2_167, 8 },
        { "kpi/nab_realAdExchange/exchange-2_cpc_results.csv", 1_624, 2 },
        { "kpi/nab_realAdExchange/exchange-2_cpm_results.csv", 1_624, 2 },
        { "kpi/nab_realAdExchange/exchange-3_cpc_results.csv", 1_538, 2 },
        { "kpi/nab_realAdExchange/exchange-3_cpm_results.csv", 1_538, 2 },
        { "kpi/nab_realAdExchange/exchange-4_cpc_results.csv", 1_643, 2 },
        { "kpi/nab_realAdExchange/exchange-4_cpm_results.csv", 1_643, 2 },
        { "kpi/upworthy_ga_daily.csv", 850, 7 },
        { "kpi/wp_log_R.csv", 2_863, 2 },
        { "kpi/wp_log_peyton_manning.csv", 2_905, 2 },
        { "ledger/attribution_touchpoints_dev.csv.gz", 31_235, 6 },
        { "ledger/cdnow_purchases_dev.csv", 34_693, 4 },
        { "ledger/olist_closed_deals_dev.csv", 396, 7 },
        { "ledger/olist_mql_dev.csv", 3_970, 4 },
        { "ground/upworthy_tests_dev.csv", 2_438, 12 },
        { "ground/asos_final_dev.csv", 200, 16 },
        { "ground/weekly/wp_log_peyton_manning_views.csv", 409, 8 },
        { "ground/weekly/wp_log_R_views.csv", 402, 8 },
        { "ground/weekly/website_unique_visits.csv", 304, 8 },
        { "ground/weekly/bike_rentals.csv", 99, 8 },
        { "ground/weekly/upworthy_pageviews.csv", 115, 8 },
        { "ground/weekly/upworthy_users.csv", 115, 8 },
        { "ground/weekly/cdnow_revenue_dev.csv", 72, 8 },
    };

    [SharedTheory]
    [MemberData(nameof(Stated))]
    public void Read_RecordedFile_HasTheStatedRows(string file, int rows, int columns)
    {
        using var reader = DelimitedFile.Open(Place(file));

        Assert.Equal(columns, reader.Header.Count);
        Assert.Equal(rows, Rows(reader));
    }

    [SharedFact]
    public void Read_EveryRecordedFile_IsWellFormed()
    {
        var files = Directory.GetFiles(SharedFolder.File("data"), "*.csv*", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            using var reader = DelimitedFile.Open(file);
            Assert.Equal(',', reader.Delimiter);
            Assert.True(Rows(reader) > 0);
        });
    }

    [SharedFact]
    public void Read_UpworthyHeadlines_KeepsQuotesAndLineBreaks()
    {
        using var reader = DelimitedFile.Open(Place("ab/upworthy_dev.csv.gz"));
        var (lede, clicks) = (reader.IndexOf("lede"), reader.IndexOf("clicks"));
        var (breaks, total) = (0, 0L);

        while (reader.Read())
        {
            breaks += reader[lede].Contains((byte)'\n') ? 1 : 0;
            Assert.True(Field.TryWhole(reader[clicks], out var count, out _));
            total += count;
        }

        Assert.True(breaks > 0);
        Assert.True(total > 100_000);
    }

    [SharedTheory]
    [InlineData("kpi/daily_website_visitors.csv", "Date", DateOrder.MonthFirst, "2014-09-14", "2020-08-19")]
    [InlineData("kpi/upworthy_ga_daily.csv", "date", DateOrder.Undecided, "2013-01-01", "2015-04-30")]
    [InlineData("kpi/wp_log_peyton_manning.csv", "ds", DateOrder.Undecided, "2007-12-10", "2016-01-20")]
    [InlineData("ab/facebook_control_group.csv", "Date", DateOrder.Undecided, "2019-08-01", "2019-08-30")]
    public void TryDate_RecordedSeries_CoversTheStatedDays(string file, string column, DateOrder order, string first, string last)
    {
        using var reader = DelimitedFile.Open(Place(file));
        var place = reader.IndexOf(column);
        var days = new List<DateOnly>();

        Assert.Equal(order, DateColumn.FindOrder(reader, place));
        while (reader.Read())
        {
            Assert.True(Field.TryDate(reader[place], order, out var date, out _));
            days.Add(date.Day);
        }

        Assert.Equal(first, days.Min().ToString("O"));
        Assert.Equal(last, days.Max().ToString("O"));
    }

    [SharedFact]
    public void TryDate_UdacityDays_HaveNoYear()
    {
        using var reader = DelimitedFile.Open(Place("ab/udacity_screener_control.csv"));
        while (reader.Read())
        {
            Assert.False(Field.TryDate(reader[0], DateOrder.Undecided, out _, out var problem));
            Assert.Equal(FieldProblemKind.NoYear, problem.Kind);
        }
    }

    private static string Place(string file) => SharedFolder.File(["data", .. file.Split('/')]);

    private static int Rows(DelimitedReader reader)
    {
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }
}
