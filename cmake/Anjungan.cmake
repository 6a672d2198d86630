# SPDX-License-Identifier: GPL-3.0-or-later
#
# One helper a kind of target, so that a folder's CMakeLists.txt says only what the folder holds.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(QT_QML_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml")

# moc 6.4 stumbles over <chrono> and <concepts> of GCC 12. It needs nothing from the standard library, so
# it is not told where that is.
list(FILTER CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES EXCLUDE REGEX "/c\\+\\+/")

find_program(ANJUNGAN_CCACHE ccache)
if(ANJUNGAN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ANJUNGAN_CCACHE}")
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Qml Quick QuickControls2 QuickTest Multimedia Test LinguistTools)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(ZXing REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Cups REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(CURL REQUIRED)
find_package(rapidcheck REQUIRED)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(PostgreSql REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(EspeakNg REQUIRED IMPORTED_TARGET espeak-ng)

# How every target of ours is compiled, whatever it is.
function(anjungan_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion)
  target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII)
  if(ANJUNGAN_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(ANJUNGAN_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${ANJUNGAN_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${ANJUNGAN_SANITIZE})
  endif()
endfunction()

# Gives a folder an include directory of its own that holds only that folder, so that
# `#include "core/event.h"` compiles only where the target `core` is linked: the layers are kept by the build.
function(anjungan_own_include_directory target)
  set(root "${CMAKE_BINARY_DIR}/include/${target}")
  get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  file(MAKE_DIRECTORY "${root}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${folder}" COPY_ON_ERROR SYMBOLIC)
  target_include_directories(${target} PUBLIC "${root}")
endfunction()

# anjungan_library(NAME SOURCES … LINKS …): the static library of one folder, named like the folder, or like a
# part of it.
# LINKS are public: what a folder's headers need, its users get.
function(anjungan_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_library(${target} STATIC ${arg_SOURCES})
  target_link_libraries(${target} PUBLIC ${arg_LINKS})
  anjungan_own_include_directory(${target})
  anjungan_compile_options(${target})
endfunction()

# anjungan_qml_library(NAME URI … SOURCES … QML … SINGLETONS … LINKS …): a folder that is a QML module.
# SINGLETONS are the .qml files (also listed in QML) that begin with `pragma Singleton`.
function(anjungan_qml_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "URI" "SOURCES;QML;SINGLETONS;LINKS;RESOURCES")
  set_source_files_properties(${arg_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  set(ahead NO_CACHEGEN)
  if(ANJUNGAN_QML_AHEAD)
    set(ahead "")
  endif()
  # Before the module is made: it asks at once whether the target is moc'ed.
  set(CMAKE_AUTOMOC ON)
  qt_add_qml_module(${target}
    STATIC
    URI ${arg_URI}
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    ${ahead}
    IMPORT_PATH "${QT_QML_OUTPUT_DIRECTORY}"
    # So that a module which imports this one also knows the base classes of its C++ elements.
    DEPENDENCIES QtQuick
    SOURCES ${arg_SOURCES}
    QML_FILES ${arg_QML}
    RESOURCES ${arg_RESOURCES})
  target_link_libraries(${target} PUBLIC Qt6::Quick ${arg_LINKS})
  # What the QML compiler writes is not ours to warn about.
  get_target_property(generated ${target} SOURCES)
  list(FILTER generated INCLUDE REGEX "/qmlcache/|_qmltyperegistrations\\.cpp$|/qmlcache_loader\\.cpp$")
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS -w)
  # The generated type registration includes headers by file name alone.
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  anjungan_own_include_directory(${target})
  anjungan_compile_options(${target})
endfunction()

# anjungan_test(NAME SOURCES … LINKS …): a GoogleTest executable, each of its tests known to ctest.
function(anjungan_test target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  find_package(GTest REQUIRED)
  include(GoogleTest)
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE ${arg_LINKS} GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${target} PRIVATE ANJUNGAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  anjungan_compile_options(${target})
  gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${target}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;RC_PARAMS=seed=2026")
endfunction()

# anjungan_translations(NAME): compiles translations/<NAME>_<language>.ts into the target as
# :/i18n/<NAME>_<language>.qm. A face's translations cover its own folder only: see FaceLanguage.
function(anjungan_translations target)
  file(GLOB ts_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/${target}_*.ts")
  if(NOT ts_files)
    return()
  endif()
  set_source_files_properties(${ts_files} PROPERTIES OUTPUT_LOCATION "${CMAKE_CURRENT_BINARY_DIR}")
  qt_add_lrelease(${target} TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)
  qt_add_resources(${target} "i18n_${target}" PREFIX /i18n BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${qm_files})
endfunction()
