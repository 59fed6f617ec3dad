using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Neighbor.Gis.Neighborhood.Areas;
using Neighbor.Gis.Neighborhood.Buildings;
using Neighbor.Gis.Neighborhood.Closures;
using Neighbor.Gis.Neighborhood.Compounds;
using Neighbor.Gis.Neighborhood.Grids;
using Neighbor.Gis.Neighborhood.Lanes;
using Neighbor.Gis.Neighborhood.Obstacles;
using Neighbor.Gis.Neighborhood.Responders;
using Neighbor.Gis.Neighborhood.ServicePoints;
using Neighbor.Gis.Walking.Networks;
using NetTopologySuite.Geometries;

namespace Neighbor.Gis.Postgis.Schema;

/// <summary>The tables: one per ledger, named and typed by rule, with the few things that no rule can know.</summary>
internal static class LedgerModel
{
    /// <summary>The collation in which a code's prefix is a range of the index.</summary>
    private const string CodeCollation = "C";

    /// <summary>The level of an area, as the segments of its code say it.</summary>
    private const string LevelOfCode = """
        case when right(code, 3) <> '000' then 'community'
             when substr(code, 7, 3) <> '000' then 'town'
             when substr(code, 5, 2) <> '00' then 'county'
             when substr(code, 3, 2) <> '00' then 'prefecture'
             else 'province' end
        """;

    /// <summary>The tables of the ledgers.</summary>
    public static IReadOnlyList<Type> LedgerTypes { get; } =
    [
        typeof(Area),
        typeof(Grid),
        typeof(MicroGrid),
        typeof(Compound),
        typeof(Gate),
        typeof(Building),
        typeof(Entrance),
        typeof(Lane),
        typeof(SurveyedWay),
        typeof(Ground),
        typeof(Obstacle),
        typeof(ServicePoint),
        typeof(NeighborCenter),
        typeof(Responder),
        typeof(Duty),
        typeof(Closure),
    ];

    public static void Build(ModelBuilder model)
    {
        model.HasPostgresExtension("postgis");
        foreach (Type ledger in LedgerTypes.Where(type => type != typeof(SurveyedWay)))
        {
            model.Entity(ledger).HasKey("Code");
        }

        model.Entity<Area>(area =>
        {
            area.Property<string>("LevelWord").HasColumnName("level").HasComputedColumnSql(LevelOfCode, stored: true);
            area.HasIndex("LevelWord");
        });
        model.Entity<MicroGrid>().HasIndex(microGrid => microGrid.GridCode);
        model.Entity<Compound>().HasIndex(compound => compound.CommunityCode);
        model.Entity<Gate>().HasIndex(gate => gate.CompoundCode);
        model.Entity<Building>(building =>
        {
            building.HasIndex(b => b.CommunityCode);
            building.HasIndex(b => b.GridCode);
            building.HasIndex(b => b.CompoundCode);
        });
        model.Entity<Entrance>().HasIndex(entrance => entrance.BuildingCode);
        model.Entity<SurveyedWay>(way =>
        {
            way.ToTable("way");
            way.HasKey(w => new { w.Source, w.Id });
            way.Property(w => w.Id).ValueGeneratedNever();
            way.PrimitiveCollection(w => w.NodeIds).HasColumnType("bigint[]");
        });
        model.Entity<ServicePoint>(point =>
        {
            point
                .PrimitiveCollection(p => p.Functions)
                .ElementType(element => element.HasConversion<EnumWordConverter<ServiceFunction>>());
            point.HasIndex(p => p.CenterCode);
            point.HasIndex(p => p.CommunityCode);
            point.HasIndex(p => p.Functions).HasMethod("gin");
        });
        model
            .Entity<Responder>()
            .PrimitiveCollection(responder => responder.Skills)
            .ElementType(element => element.HasConversion<EnumWordConverter<Skill>>());
        model.Entity<Duty>(duty =>
        {
            duty.HasIndex(d => d.ResponderCode);
            duty.HasIndex(d => new { d.Target, d.TargetCode });
        });
        model.Entity<Closure>(closure =>
        {
            closure.Ignore(c => c.Kind);
            closure.Ignore(c => c.Geom);
            closure.ToTable(t =>
            {
                t.HasCheckConstraint("ck_closure_shape", "num_nonnulls(line, zone) = 1");
                t.HasCheckConstraint("ck_closure_term", "ends_at is null or ends_at > starts_at");
            });
        });
        model.Entity<Change>(change =>
        {
            change.ToTable("change_log");
            change.HasKey(c => c.Seq);
            change.Property(c => c.Seq).UseIdentityAlwaysColumn();
            change.Property(c => c.At).HasDefaultValueSql("now()");
            change.Property(c => c.Before).HasColumnType("jsonb");
            change.Property(c => c.After).HasColumnType("jsonb");
            change.HasIndex(c => new { c.TableName, c.Key });
        });
        model.Entity<ImportRun>(run =>
        {
            run.Property(r => r.Id).UseIdentityAlwaysColumn();
            run.Property(r => r.At).HasDefaultValueSql("now()");
            run.Property(r => r.Counts).HasColumnType("jsonb");
        });

        foreach (IMutableEntityType entity in model.Model.GetEntityTypes().ToArray())
        {
            ApplyRules(model.Entity(entity.ClrType), entity);
        }
    }

    private static void ApplyRules(EntityTypeBuilder builder, IMutableEntityType entity)
    {
        if (entity.GetTableName() is not ("way" or "change_log"))
        {
            builder.ToTable(SnakeCase.Name(entity.ClrType.Name));
        }

        string table = entity.GetTableName()!;
        foreach (IMutableProperty property in entity.GetProperties().ToArray())
        {
            if (property.Name != "LevelWord")
            {
                property.SetColumnName(SnakeCase.Name(property.Name));
            }

            string column = property.GetColumnName();
            Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (column is "code" or "source" || column.EndsWith("_code", StringComparison.Ordinal))
            {
                property.SetCollation(CodeCollation);
            }

            if (typeof(Geometry).IsAssignableFrom(type))
            {
                property.SetColumnType($"geometry({type.Name},{Spatial.Position.Srid})");
                builder.HasIndex(property.Name).HasMethod("gist");
            }
            else if (type.IsEnum)
            {
                builder.ToTable(t => t.HasCheckConstraint($"ck_{table}_{column}", $"{column} in ({Quoted(type)})"));
            }
            else if (property.GetElementType()?.ClrType is { IsEnum: true } element)
            {
                builder.ToTable(t =>
                    t.HasCheckConstraint($"ck_{table}_{column}", $"{column} <@ array[{Quoted(element)}]::text[]")
                );
            }
        }

        if (entity.FindProperty("Source") is not null && table is not ("way" or "import_run"))
        {
            builder.HasIndex("Source");
        }

        if (entity.FindProperty("ValidTo") is not null)
        {
            builder.ToTable(t =>
                t.HasCheckConstraint($"ck_{table}_validity", "valid_to is null or valid_to > valid_from")
            );
        }

        foreach (IMutableKey key in entity.GetKeys())
        {
            key.SetName($"pk_{table}");
        }

        foreach (IMutableIndex index in entity.GetIndexes())
        {
            index.SetDatabaseName(
                $"ix_{table}_{string.Join('_', index.Properties.Select(property => property.GetColumnName()))}"
            );
        }
    }

    private static string Quoted(Type type) => string.Join(", ", EnumWords.Of(type).Select(word => $"'{word}'"));
}
